"""Printed documents: their data as plain values, their words, their fonts, and the press that makes them PDF."""

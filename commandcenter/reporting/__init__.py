"""Printed documents: every form as plain values, its words and fonts, the press that makes PDF, the Word copies."""

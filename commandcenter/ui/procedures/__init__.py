"""Procedures (办理流程): the workflows as data."""

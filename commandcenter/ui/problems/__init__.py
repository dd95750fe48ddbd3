"""The problem bank (基础问题库)."""

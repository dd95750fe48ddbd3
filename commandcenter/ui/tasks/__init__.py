"""The tasks of an incident: orders with read-back and result, supplies and what is out, people who are moved."""

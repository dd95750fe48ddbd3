"""Organisation as data: sections, departments, resident units, branches, groups and staff, each with its dates."""

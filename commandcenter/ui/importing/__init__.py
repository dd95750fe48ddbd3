"""The import screen: a foreign workbook becomes cases or categories, stage by stage; cases go out to a file."""

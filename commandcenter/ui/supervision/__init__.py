"""The supervision whistle: a department's matters, evidence out of the log, the committee's grade, the letter."""

"""The evaluation of a drill: grades with evidence, comparison over time, corrections that come back."""

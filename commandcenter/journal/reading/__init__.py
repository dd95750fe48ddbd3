"""Questions the screens ask, one named method each; rows come out as frozen values, tables never do."""

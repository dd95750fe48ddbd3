"""Consultations (会商): hard cases before everybody concerned."""

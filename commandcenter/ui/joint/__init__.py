"""The screen of joint whistle."""

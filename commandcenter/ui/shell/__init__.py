"""The frame around the screens: window, rail, bars, search, alarms, toasts, sign-in."""

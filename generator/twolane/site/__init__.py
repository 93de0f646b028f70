"""What pages become, whichever engine shows them: their shell, templates, navigation, outline, search, tips."""

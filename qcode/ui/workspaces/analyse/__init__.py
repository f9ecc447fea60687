"""What the project says about itself: saturation, coherence, versions, history, frequencies."""

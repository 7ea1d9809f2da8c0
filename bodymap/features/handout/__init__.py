"""What is handed out: a worksheet, its answer key, and the steps of a lesson with the teacher's notes."""

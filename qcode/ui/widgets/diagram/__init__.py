"""The diagram of the model: the drawn picture, and what is done to it by mouse and keys."""

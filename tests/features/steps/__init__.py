"""The sentences of the stories, each said once; `tests.features.conftest` brings them in. Read them in the `.feature` files first."""

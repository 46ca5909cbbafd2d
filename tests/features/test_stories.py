"""The stories of the five regulations, told in Vietnamese in the `.feature` files beside this one."""

from pytest_bdd import scenarios

scenarios(".")

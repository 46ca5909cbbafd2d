"""How the window looks: colours, letters, drawings, and the plain pieces that hold words. It knows nothing of the register."""

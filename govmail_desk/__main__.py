"""`python -m govmail_desk`."""

from govmail_desk.app import main

raise SystemExit(main())

"""Parts of single pages and dialogs that are worth a file of their own: lines of Hôm nay, the head of a letter, what comes next."""

//! What each check of the family makes of a small document.

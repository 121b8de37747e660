// Nothing is called from outside: linking this is all.

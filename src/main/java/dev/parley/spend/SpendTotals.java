package dev.parley.spend;

record SpendTotals(Money day, Money month, long conversationTokens) {}

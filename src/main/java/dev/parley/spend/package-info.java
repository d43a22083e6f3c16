/**
 * What models cost: the price list, money reserved before a call and settled after it, a ledger row for each call, and each tenant's
 * budget. It asks no model and decides no answer; it says what may still be spent, and refuses a model whose price nobody has set. It
 * holds no message text. Front doors: {@link dev.parley.spend.Spend} around a call, {@link dev.parley.spend.UsageReports} for what it
 * came to, {@link dev.parley.spend.Budgets} for what it may.
 */
@NullMarked
package dev.parley.spend;

import org.jspecify.annotations.NullMarked;

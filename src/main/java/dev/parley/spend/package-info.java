/**
 * Model costs: price list, reservations, a ledger row per call, and each tenant's budget. It calls no model and decides
 * no answer; it says what may still be spent, and refuses models without a price. It holds no message text. Front
 * doors: {@link dev.parley.spend.Spend} around a call, {@link dev.parley.spend.UsageReports},
 * {@link dev.parley.spend.Budgets}, {@link dev.parley.spend.PriceList} for what a model costs.
 */
@NullMarked
package dev.parley.spend;

import org.jspecify.annotations.NullMarked;

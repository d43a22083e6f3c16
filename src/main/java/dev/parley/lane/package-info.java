/**
 * The models that a shop may use: its own lanes or the operator's, their validation, the daily check that models still
 * exist, and one paid call. It owns no table. It never calls a model without reserved money, or outside the shop's
 * region. Front doors: {@link ShopLanes} selects, {@link PaidCalls} calls, {@link LaneEditor} changes the settings.
 */
@NullMarked
package dev.parley.lane;

import org.jspecify.annotations.NullMarked;

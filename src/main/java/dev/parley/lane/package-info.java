/**
 * The models that a shop may ask: its own lanes or the operator's, what may be typed for one, the watch over models that go away, and one
 * paid call to them. It owns no table; settings lie with the tenant, money with {@code spend}. It refuses to ask a model without money
 * set aside, and one beyond the shop's border. Front doors: {@link ShopLanes} says who may be asked, {@link PaidCalls} asks,
 * {@link LaneEditor} changes the settings.
 */
@NullMarked
package dev.parley.lane;

import org.jspecify.annotations.NullMarked;

/**
 * Making, suspending and deleting shops, for the operator of this Parley and for the demo shop. It makes a shop together with its first
 * administrator and key; what a shop has afterwards belongs to the other packages. Front doors: {@link ShopRegistry},
 * {@link ShopRemovals}, {@link DemoShop}.
 */
@NullMarked
package dev.parley.shop;

import org.jspecify.annotations.NullMarked;

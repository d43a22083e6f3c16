/**
 * Creates, suspends and deletes shops, for the operator and for the demo shop. A shop is created together with its
 * first administrator and key; everything later belongs to other packages. Front doors: {@link ShopRegistry},
 * {@link ShopRemovals}, {@link DemoShop}.
 */
@NullMarked
package dev.parley.shop;

import org.jspecify.annotations.NullMarked;

package dev.karavel.contract.data;

/**
 * A test that has a warehouse with the shop in it. Fill an empty database with {@link Shop#statements}, open it once for the
 * class with {@link Shopfront#open}, and close it after the last test.
 */
public interface WithShop {
    Shopfront shop();
}

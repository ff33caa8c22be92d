/**
 * What a datasource plugin's tests extend: a small shop is put into the author's warehouse, and questions about it must get the
 * answers that a naive evaluation in memory gives.
 */
package dev.karavel.contract.data;

/** Brings what an author saves into a running server. */
package dev.karavel.contract.watch;

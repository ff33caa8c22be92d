/** What a notification plugin's tests extend: the author starts a service that stands in for the real one, and the kit sends to it. */
package dev.karavel.contract.notify;

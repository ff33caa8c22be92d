/** What a plugin promises, as tests its author extends. */
package dev.karavel.contract;

/**
 * What both forms of Azure Functions, custom handler and Java worker, have in common: what becomes
 * of a queued message, what the platform's host allows, whom it has authenticated. How a host talks
 * to its worker is not told here.
 */
@NullMarked
package org.genaisummarizer.azure;

import org.jspecify.annotations.NullMarked;

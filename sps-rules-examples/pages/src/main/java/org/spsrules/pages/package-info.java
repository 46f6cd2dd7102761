/** What people look at in a browser: its look and its templates. */
@NullMarked
package org.spsrules.pages;

import org.jspecify.annotations.NullMarked;

package org.minbar.discovery;

import java.net.URI;
import java.time.Instant;
import org.minbar.language.Language;

/**
 * A story of the last days, for news search.
 *
 * @param publication the newsroom's name exactly as the site of this language writes it
 * @param published the first publication; a correction leaves it
 */
record NewsEntry(URI loc, String publication, Language language, Instant published, String headline) {}

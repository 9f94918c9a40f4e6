/**
 * Captions and chapters as the standard writes them (W3C WebVTT), checked by hand: no maintained strict checker for Java is
 * known. Browsers pass over in silence what they do not understand, and a caption that nobody sees helps nobody. So each
 * fault is told with its line; what it reads like is the business of whoever shows it.
 */
@NullMarked
package land.starkeorte.webvtt;

import org.jspecify.annotations.NullMarked;

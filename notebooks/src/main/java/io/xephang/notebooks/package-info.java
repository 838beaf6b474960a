/**
 * What Java notebooks ask published figures through. Results show themselves as tables, charts and
 * sentences with numbers written the Vietnamese way; they read nothing but the public SQL surface.
 */
package io.xephang.notebooks;

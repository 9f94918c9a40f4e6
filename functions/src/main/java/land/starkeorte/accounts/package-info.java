/**
 * Who can sign in, and as what: asked for in the transaction of what happened, made at Cognito afterwards.
 *
 * <p>Members, founders and the office sign in at Cognito's pages (authorization code with PKCE). The code is exchanged by our
 * own {@code /api/session}, which keeps the refresh token in a cookie: HttpOnly, Secure, SameSite=Strict, for that path alone.
 * The page holds just the ID token, for an hour, in memory. So a reload, a second tab and a link from a mail come in by
 * themselves, for twelve hours or until the browser is closed; and a script that got into the page in spite of the policy (no
 * inline script, no other origin, Trusted Types) could act while the page is open and carry away the hour that is left, not
 * the session, as it could out of {@code localStorage}. Refresh tokens are not rotated: nothing but Cognito and the browser's
 * cookie jar ever holds one, and an answer lost on its way would throw somebody out. Signing out revokes it, ends every tab,
 * and Cognito's own session. A session that ends is renewed in a dialog over the page: the sign-in is in another window, the
 * calls that were refused wait and go on.
 */
@NullMarked
package land.starkeorte.accounts;

import org.jspecify.annotations.NullMarked;

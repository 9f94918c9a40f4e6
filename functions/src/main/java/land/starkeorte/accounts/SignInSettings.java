package land.starkeorte.accounts;

/**
 * What signing in needs to know.
 *
 * @param signInUrl Cognito's sign-in pages
 * @param backOffice the client that the site is to Cognito
 */
public record SignInSettings(String signInUrl, String backOffice, String siteUrl) {}

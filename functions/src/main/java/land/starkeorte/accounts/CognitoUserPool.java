package land.starkeorte.accounts;

import java.util.List;
import java.util.Optional;
import land.starkeorte.platform.Secrets;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** The user pool. Nobody is told a password: people sign in by a code that is mailed to them. */
final class CognitoUserPool implements UserPool {
    private static final String AGS = "custom:ags";

    private final CognitoIdentityProviderClient cognito;
    private final String pool;

    CognitoUserPool(CognitoIdentityProviderClient cognito, String pool) {
        this.cognito = cognito;
        this.pool = pool;
    }

    @Override
    public boolean open(String mail, String group, String ags) {
        if (find(mail).isEmpty()) {
            create(mail, ags);
        }
        AdminGetUserResponse person = find(mail).orElseThrow();
        String bound = value(person.userAttributes(), AGS);
        if (!bound.isEmpty() && !bound.equals(ags)) {
            return false;
        }
        if (bound.isEmpty()) {
            cognito.adminUpdateUserAttributes(
                    update -> update.userPoolId(pool).username(mail).userAttributes(attribute(AGS, ags)));
        }
        if (person.userStatus() == UserStatusType.FORCE_CHANGE_PASSWORD) {
            // Waiting for a first password, nobody can sign in by code; whoever wants a password resets this one.
            cognito.adminSetUserPassword(set -> set.userPoolId(pool)
                    .username(mail)
                    .password(Secrets.secret())
                    .permanent(true));
        }
        cognito.adminAddUserToGroup(add -> add.userPoolId(pool).username(mail).groupName(group));
        return true;
    }

    @Override
    public void close(String mail, String group) {
        try {
            cognito.adminRemoveUserFromGroup(
                    remove -> remove.userPoolId(pool).username(mail).groupName(group));
        } catch (UserNotFoundException nobody) {
            // There is nothing to take away.
        }
    }

    /** Another run may be faster: then there is an account, which is all that is wanted. */
    private void create(String mail, String ags) {
        try {
            cognito.adminCreateUser(create -> create.userPoolId(pool)
                    .username(mail)
                    .messageAction(MessageActionType.SUPPRESS)
                    .temporaryPassword(Secrets.secret())
                    .userAttributes(
                            attribute("email", mail), attribute("email_verified", "true"), attribute(AGS, ags)));
        } catch (UsernameExistsException there) {
            // As wished.
        }
    }

    private Optional<AdminGetUserResponse> find(String mail) {
        try {
            return Optional.of(cognito.adminGetUser(get -> get.userPoolId(pool).username(mail)));
        } catch (UserNotFoundException nobody) {
            return Optional.empty();
        }
    }

    private static String value(List<AttributeType> attributes, String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(AttributeType::value)
                .findFirst()
                .orElse("");
    }

    private static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }
}

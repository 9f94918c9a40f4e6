package land.starkeorte.applications;

import static land.starkeorte.store.DynamoItems.text;

import java.time.Instant;
import java.util.Map;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DynamoDossierReader;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which municipalities have somebody already. */
final class DynamoMunicipalityClaims extends DynamoDossierReader {
    DynamoMunicipalityClaims(DynamoDbClient dynamoDb, String table) {
        super(dynamoDb, table);
    }

    /** What stands in the way of another application for this municipality. */
    enum Claim {
        /** Nothing. */
        FREE,
        /** It is a member, which everybody may know. */
        MEMBER,
        /** It has applied and nothing is over yet. */
        UNDER_WAY
    }

    Claim of(String ags, Instant now) {
        return get("ags#" + ags, "claim")
                .map(claim -> isMember(claim, now) ? Claim.MEMBER : Claim.UNDER_WAY)
                .orElse(Claim.FREE);
    }

    private boolean isMember(Map<String, AttributeValue> claim, Instant now) {
        return claim.containsKey("member")
                || find(text(claim, "dossier"), now)
                        .filter(dossier -> dossier.state() == DossierState.MEMBER)
                        .isPresent();
    }
}

package land.starkeorte.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class S3SignerTest {
    @Test
    void aNameIsKeptSafeInAHeader() {
        assertThat(S3Signer.attachment("Größe \"1\" & Söhne\r\n.pdf"))
                .isEqualTo(
                        "attachment; filename=\"Grosse _1_ _ Sohne__.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22%20%26%20S%C3%B6hne%0D%0A.pdf");
    }
}

package land.starkeorte.backoffice;

import java.time.Clock;
import java.time.Instant;
import land.starkeorte.dossiers.DossierReader;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.mail.BounceListener;
import land.starkeorte.mail.Mail;
import land.starkeorte.tasks.Task;
import land.starkeorte.tasks.TaskKind;
import land.starkeorte.tasks.Tasks;

/** A mail that came back becomes a task of the office, once. */
final class BounceTasks implements BounceListener {
    private final DossierReader dossiers;
    private final Tasks tasks;
    private final Clock clock;

    BounceTasks(DossierReader dossiers, Tasks tasks, Clock clock) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public void bounced(Mail mail, boolean complaint) {
        if (mail.about() == null) {
            return;
        }
        Instant now = clock.instant();
        dossiers.find(mail.about(), now)
                .filter(dossier -> dossier.state() != DossierState.DRAFT)
                .ifPresent(dossier -> tasks.open(Task.byItself(
                        TaskKind.BOUNCE,
                        mail.id(),
                        dossier.id(),
                        dossier.municipality().label(),
                        complaint
                                ? "Eine Nachricht wurde als Spam gemeldet. Klären Sie telefonisch, ob die Adresse weiter gelten soll."
                                : "Eine Nachricht ist zurückgekommen. Klären Sie telefonisch, welche Adresse gilt.",
                        2,
                        now)));
    }
}

/**
 * The membership life of a network of municipalities; {@link land.starkeorte.Functions} is the table of contents.
 *
 * <p>The words of the domain, German on the site and English here:
 *
 * <table>
 * <caption>Glossary</caption>
 * <tr><th>German</th><th>here</th><th>what it is</th></tr>
 * <tr><td>Kommune</td><td>Municipality</td><td>a town, city or village with a town hall; known by its AGS</td></tr>
 * <tr><td>Amtlicher Gemeindeschlüssel</td><td>AGS</td><td>the official key of a municipality, eight digits</td></tr>
 * <tr><td>Aufnahmeantrag</td><td>Application</td><td>the form that a municipality fills in and sends</td></tr>
 * <tr><td>Vorgang</td><td>Dossier</td><td>all that belongs to one application, from the draft to the membership</td></tr>
 * <tr><td>Ansprechperson</td><td>Official</td><td>a person of the municipality who may open its dossier</td></tr>
 * <tr><td>Geschäftsstelle</td><td>Staff, Backoffice</td><td>the people of the network's office, and what they see</td></tr>
 * <tr><td>Gründungskommune</td><td>Founder</td><td>one of the municipalities that vote on whom to invite</td></tr>
 * <tr><td>Vorauswahl, Votum</td><td>Preselection, Poll, Vote</td><td>the founders' vote before the interview</td></tr>
 * <tr><td>Kennenlerngespräch</td><td>Interview, Slot</td><td>the talk with an applicant, at a time that was offered</td></tr>
 * <tr><td>Entscheidung</td><td>Decision</td><td>admission or refusal; one person proposes, another confirms</td></tr>
 * <tr><td>Aufnahmezahlung</td><td>Fee</td><td>what somebody owes: for the admission, or for a trip</td></tr>
 * <tr><td>Rechnung, Storno</td><td>Invoice, CreditNote</td><td>the papers about a fee (EN 16931, types 380 and 381)</td></tr>
 * <tr><td>Kontoauszug, Umsatz</td><td>BankStatement, BankTransaction</td><td>what the bank says, and one payment of it</td></tr>
 * <tr><td>Mitglied, Profil</td><td>Member, Profile</td><td>who belongs to the network, and what it tells about itself</td></tr>
 * <tr><td>Botschafter*in</td><td>Ambassador</td><td>a member who tells others about the network</td></tr>
 * <tr><td>Veranstaltung, Reihe</td><td>Event, Series</td><td>what the network invites to, once or again and again</td></tr>
 * <tr><td>Anmeldung, Delegation</td><td>Registration, Delegation</td><td>people who come to an event together</td></tr>
 * <tr><td>Plätze, Zimmer</td><td>Seats, RoomAllocation</td><td>what a registration takes</td></tr>
 * <tr><td>Warteliste</td><td>WaitlistEntry</td><td>who waits for seats, in which order</td></tr>
 * <tr><td>Inspirationsreise</td><td>InspirationTrip</td><td>an event of several days that costs money</td></tr>
 * <tr><td>Aufzeichnung</td><td>Recording, MediaFile, Track</td><td>the film of an event, with captions and chapters</td></tr>
 * </table>
 */
@NullMarked
package land.starkeorte;

import org.jspecify.annotations.NullMarked;

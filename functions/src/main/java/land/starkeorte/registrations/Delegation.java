package land.starkeorte.registrations;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import land.starkeorte.invoicing.Buyer;
import org.jspecify.annotations.Nullable;

/**
 * Who comes.
 *
 * @param people the first is asked when something is unclear, and always has an address
 * @param answers to the event's questions, in their order
 * @param buyer whom it is invoiced to; absent where it costs nothing, and long after the event
 */
public record Delegation(
        List<Person> people, List<String> answers, @Nullable Buyer buyer) {
    /** What it is made of can be read by many at once. */
    public Delegation {
        people = List.copyOf(people);
        answers = List.copyOf(answers);
    }

    /**
     * Somebody who comes.
     *
     * @param needs what they need to be able to come; empty where nothing, where nobody asked, or after the event
     * @param room number among the event's kinds of rooms; 0 where there are none
     */
    public record Person(String name, String office, String mail, String needs, int room) {
        Person in(int newRoom) {
            return new Person(name, office, mail, needs, newRoom);
        }

        Person withoutNeeds() {
            return new Person(name, office, mail, "", room);
        }

        Person withoutName() {
            return new Person("", "", "", "", room);
        }
    }

    /** How many they are. */
    int size() {
        return people.size();
    }

    /** Others come, or fewer; who pays stays. */
    Delegation billedAs(Delegation before) {
        return new Delegation(people, answers, before.buyer);
    }

    /** Where mails about all of them go. */
    String contact() {
        return people.getFirst().mail();
    }

    /** The kind of room that each of them has chosen. */
    List<Integer> rooms() {
        return people.stream().map(Person::room).toList();
    }

    /** The same people in these rooms. */
    Delegation in(List<Integer> rooms) {
        return new Delegation(
                IntStream.range(0, people.size())
                        .mapToObj(number -> people.get(number).in(rooms.get(number)))
                        .toList(),
                answers,
                buyer);
    }

    /** Addresses of those who come along. */
    Set<String> others() {
        return people.stream()
                .map(Person::mail)
                .filter(mail -> !mail.isEmpty() && !mail.equals(contact()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many of those who come along are new to it. */
    int newcomers(Delegation before) {
        return (int) others().stream()
                .filter(mail -> !before.others().contains(mail))
                .count();
    }

    Delegation withoutNeeds() {
        return new Delegation(people.stream().map(Person::withoutNeeds).toList(), answers, buyer);
    }

    Delegation withoutNames() {
        return new Delegation(people.stream().map(Person::withoutName).toList(), List.of(), null);
    }
}

package org.xiangpei.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.identity.Reach;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;

/** On the operator's desk: mail that does not get out, with the reason. Nothing where all does. */
@ApplicationScoped
class UndeliveredMail implements DeskSource {

    private static final int SHOWN = 8;
    private static final Duration RECENT = Duration.ofDays(14);

    private final OutgoingLetters letters;
    private final Clock clock;

    UndeliveredMail(OutgoingLetters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public List<Section> sections(Actor actor) {
        if (actor.reach(Action.MANAGE_MEMBERS).filter(Reach.ALL::equals).isEmpty()) {
            return List.of();
        }
        List<OutgoingLetter> troubled = letters.troubled(RECENT, SHOWN);
        return troubled.isEmpty()
                ? List.of()
                : List.of(new Section(
                        Place.WAITING,
                        "没有寄出的邮件",
                        troubled.size(),
                        troubled.stream().map(this::item).toList(),
                        null));
    }

    private Item item(OutgoingLetter letter) {
        return new Item(
                OptOuts.masked(letter.recipient()) + "：" + letter.fault().orElse(""),
                Moments.minute(letter.createdAt(), clock.getZone()) + " · 已试 " + letter.attempts() + " 次",
                null,
                Labels.of(letter.state()));
    }
}

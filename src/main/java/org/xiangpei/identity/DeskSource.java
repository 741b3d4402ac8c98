package org.xiangpei.identity;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Coded;

/** What a feature lays on people's desks (工作台). Every bean of this type is asked; one that has nothing for a person answers nothing. */
public interface DeskSource {

    /** Sections for that person, each already limited to what the person may see. */
    List<Section> sections(Actor actor);

    /** Where on the desk something lies. */
    enum Place implements Coded {
        /** What waits for the person (等我办理). */
        WAITING,

        /** What belongs to the own organisation (本单位). */
        OWN,

        /** What the person follows (我关注的). */
        FOLLOWED,

        /** What others have done (最近变化). */
        CHANGED
    }

    /**
     * Things of one kind.
     *
     * @param total how many there are, of which {@code items} are the first
     * @param all where all of them are listed
     */
    record Section(
            Place place,
            String title,
            long total,
            List<Item> items,
            @Nullable String all) {}

    /**
     * One thing.
     *
     * @param href where it is dealt with
     * @param badge its state, when that matters
     */
    record Item(
            String title,
            String detail,
            @Nullable String href,
            @Nullable String badge) {}
}

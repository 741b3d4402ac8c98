package org.xiangpei.notification;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.NoticeKind;

/** A notice as one person got it. Only statements of {@link ReceivedNotices} and of the post change it, so that two who do so never collide. */
@Entity
@Table(name = "notice")
public class ReceivedNotice {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @SuppressWarnings("UnusedVariable") // whose it is found by
    private long accountId;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    private String title;

    @Column(name = "body")
    private String text;

    private String path;
    private Instant createdAt;

    @SuppressWarnings("UnusedVariable") // what it is found by
    private @Nullable Instant visibleAt;

    private @Nullable Instant readAt;

    @SuppressWarnings("UnusedVariable") // what it is found by
    private @Nullable Instant mailAt;

    @SuppressWarnings("UnusedVariable") // what it is found by
    private @Nullable Long letterId;

    protected ReceivedNotice() {}

    public long id() {
        return id;
    }

    public NoticeKind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public String text() {
        return text;
    }

    /** The page of ours where it is dealt with. */
    public String path() {
        return path;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public boolean isRead() {
        return readAt != null;
    }
}

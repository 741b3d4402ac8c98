package org.xiangpei.sourcing.quotation;

/** What lies in an envelope. Two kinds, so that who types does not move megabytes with every word. */
enum EnvelopeKind {
    DOSSIER,
    PAPERS
}

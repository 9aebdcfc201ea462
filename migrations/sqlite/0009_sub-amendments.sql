ALTER TABLE `revisions` ADD `onRevision` integer;

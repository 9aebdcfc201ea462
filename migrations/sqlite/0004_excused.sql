ALTER TABLE `delegations` ADD `excused` integer DEFAULT false NOT NULL;

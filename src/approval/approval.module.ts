import { Module } from '@nestjs/common';
import { JalankanEdaranHandler } from './edaran/edaran.handler.js';
import { EdaranResolver } from './edaran/edaran.resolver.js';
import { JalankanRuteHandler } from './rute/rute.handler.js';
import { RuteResolver } from './rute/rute.resolver.js';

/** Which way a document goes to its signatures, and where it is on that way. */
@Module({ providers: [JalankanRuteHandler, RuteResolver, JalankanEdaranHandler, EdaranResolver] })
export class ApprovalModule {}
